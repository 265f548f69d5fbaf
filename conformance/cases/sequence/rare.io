# Constants and rarely used slots.
"" whiteSpaceStrings println
Sequence sequenceSets keys sort println
Sequence sequenceSets at("digitSequence") println
"no tilde" stringByExpandingTilde println
"a/b" asIoPath println
"a/b" asOSPath println
"a/b" asFile path println
"x" cPrint; writeln
"ab" justSerialized; writeln
vector(1.5, 2) linePrint
"abc" asMutable rangeFill at(2) println
"abc" asMutable zero isZero println
