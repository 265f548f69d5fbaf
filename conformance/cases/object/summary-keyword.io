# slotSummary lists own slots by name and may filter them by a keyword.
o := Object clone do(type := "Thing"; alpha := 1; beta := "two"; gamma := method(x, y, x))
o slotSummary split("\n") rest join("\n") println
o slotSummary("a") split("\n") rest size println
o slotDescriptionMap at("gamma") println
o asSimpleString beginsWithSeq("Thing_") println
