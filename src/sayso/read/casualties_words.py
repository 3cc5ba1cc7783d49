"""Words by which a report says that somebody was killed or hurt."""

from __future__ import annotations

KILL = frozenset((
    "kill", "murder", "slay", "assassinate", "massacre", "slaughter", "behead", "execute", "electrocute", "asphyxiate"))
# Done to somebody who may live or die of it: what else the report says of the person decides.
HARM = frozenset((
    "shoot", "wound", "injure", "hurt", "stab", "gun", "maim", "bludgeon", "mow", "burn", "scald", "crush", "maul"))
# Harm only where a weapon, a body part or a wound stands with it: `hit in the leg`, `struck by a bullet`.
STRIKE = frozenset(("hit", "strike", "graze"))
DIE = frozenset(("die", "perish", "succumb"))
DEAD = frozenset(("dead", "deceased", "lifeless", "slain"))
HURT = frozenset(("wounded", "injured", "hurt", "bleeding", "hospitalized", "hospitalised", "unconscious", "unresponsive"))
FATAL = frozenset(("fatally", "mortally", "dead"))
# Verbs that carry a state of somebody: `pronounced dead`, `found wounded`, `left injured`.
CARRY = frozenset((
    "pronounce", "declare", "find", "leave", "presume", "confirm", "believe", "report", "fear", "be", "remain", "end",
    "discover", "become", "get", "say", "lie"))
CONDITIONS = frozenset(("critical", "serious", "stable", "fair", "grave", "guarded", "satisfactory", "poor"))
WOUNDS = frozenset((
    "wound", "injury", "gunshot", "burn", "fracture", "laceration", "bullet", "shot", "trauma", "cut", "bruise"))
SUFFER = frozenset(("suffer", "sustain", "receive", "have", "take", "get", "incur"))
CARE = frozenset(("hospital", "medical", "center", "centre", "clinic", "infirmary", "emergency", "surgery", "trauma"))
BRING = frozenset((
    "take", "rush", "transport", "airlift", "fly", "bring", "treat", "hospitalize", "hospitalise", "admit", "drive",
    "transfer", "send"))
BODY_PARTS = frozenset((
    "leg", "arm", "chest", "head", "back", "foot", "hand", "neck", "face", "stomach", "abdomen", "thigh", "shoulder",
    "hip", "groin", "buttock", "torso", "knee", "ankle", "calf", "side", "eye", "throat", "jaw", "wrist", "elbow", "finger",
    "toe", "heart", "lung", "pelvis", "body", "upper", "lower", "buttocks", "cheek"))
WEAPONS = frozenset(("bullet", "gunfire", "shot", "gunshot", "round", "shrapnel", "pellet", "bullets", "fire", "knife"))
DEATHS = frozenset(("death", "killing", "murder", "slaying", "homicide", "assassination", "execution", "slaughter"))
SHOOTINGS = frozenset(("shooting", "stabbing", "wounding", "beating", "beheading"))
DEADLY = frozenset(("fatal", "deadly", "death"))
BODIES = frozenset(("body", "corpse", "remains"))
SELVES = frozenset(("himself", "herself", "themselves", "itself", "self"))
GUNS = frozenset(("gun", "weapon", "rifle", "handgun", "pistol", "shotgun", "knife"))
# What did not come to pass, or has not yet.
UNREAL = frozenset(("would", "could", "might", "may", "should", "ca", "can", "will", "’ll", "'ll", "wo"))
INTENT = frozenset((
    "threaten", "try", "attempt", "want", "plan", "intend", "conspire", "vow", "hope", "plot", "fear", "need", "like", "avoid",
    "prevent", "continue", "going", "expect", "wish", "ask", "tell", "order", "hire", "allow", "refuse", "decide"))
OTHERS = frozenset(("other", "another", "others", "more", "second", "third", "fourth", "fifth", "additional", "else"))
MALE = frozenset((
    "man", "men", "boy", "male", "father", "dad", "son", "brother", "husband", "uncle", "nephew", "grandfather", "grandson",
    "boyfriend", "he", "him", "himself", "his", "gentleman", "guy", "stepfather", "stepson", "fiance", "fiancé", "policeman",
    "fireman", "businessman", "gunman", "mr.", "stepbrother", "males", "boys", "sons", "brothers"))
FEMALE = frozenset((
    "woman", "women", "girl", "female", "mother", "mom", "daughter", "sister", "wife", "aunt", "niece", "grandmother",
    "granddaughter", "girlfriend", "she", "her", "herself", "lady", "stepmother", "stepdaughter", "fiancee", "fiancée",
    "policewoman", "mother-in-law", "mrs.", "ms.", "females", "girls", "daughters", "sisters", "stepsister"))
YOUNG = frozenset(("boy", "girl", "toddler", "infant", "baby", "child", "newborn", "kid", "youngster"))
GROWN = frozenset(("man", "woman", "men", "women", "adult", "father", "mother", "husband", "wife", "officer"))
KIN = frozenset((
    "wife", "husband", "son", "daughter", "mother", "father", "brother", "sister", "girlfriend", "boyfriend", "uncle", "aunt",
    "cousin", "nephew", "niece", "grandmother", "grandfather", "grandson", "granddaughter", "mom", "dad", "friend", "partner",
    "neighbor", "neighbour", "stepfather", "stepson", "stepdaughter", "stepmother", "roommate", "co-worker", "fiancee", "fiance",
    "child", "ex-wife", "ex-girlfriend", "ex-husband", "ex-boyfriend", "mother-in-law", "father-in-law", "grandchild", "sibling",
    "parent", "classmate", "fiancé", "fiancée", "spouse", "half-brother", "stepbrother", "stepsister"))
ATTACKERS = frozenset((
    "gunman", "shooter", "suspect", "attacker", "assailant", "killer", "bomber", "perpetrator", "robber", "intruder", "gunmen",
    "burglar", "murderer"))
# Deaths of another kind than harm done: `died of cancer`, `died naturally`.
NATURAL = frozenset(("naturally", "natural", "cancer", "illness", "disease", "overdose", "age", "pneumonia", "stroke", "leukemia"))
# Who is named by the harm itself: `three gunshot victims`, `the fatalities`.
VICTIMS = frozenset(("victim", "casualty", "fatality"))
