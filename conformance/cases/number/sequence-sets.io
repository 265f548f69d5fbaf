# isInASequenceSet looks whether a code is in one of the named sets.
writeln(65 isInASequenceSet, " ", 97 isInASequenceSet)
writeln(Sequence sequenceSets isNil)
