"""Times as exact as formats want them that know no month and no day without an hour."""

from __future__ import annotations

from datetime import UTC, date, datetime

from sayso.pipeline import days_covered


def moment(value: str | None) -> datetime | None:
    """The time of a date as exact as it is known: its first day at midnight where no hour is given. What has no zone is taken for
    UTC. None for one that has no place on the calendar."""
    if value is None:
        return None
    try:
        found = datetime.fromisoformat(value)
    except ValueError:
        days = days_covered(value)
        return datetime.combine(date.fromisoformat(days[0]), datetime.min.time(), UTC) if days else None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)
