# The table prints itself level by level.
lines := OperatorTable asString split("\n")
lines first beginsWithSeq("OperatorTable_0x") println
lines slice(1, 23) join("\n") println
