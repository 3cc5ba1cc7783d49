"""What people and programs see: the command line, reports, exports. No judgement is made here."""
