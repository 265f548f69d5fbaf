# A map's text does not show its pairs.
m := Map with("a", 1)
m asString containsSeq("\"a\"") println
m asString beginsWithSeq(" Map_") println
m asList println
m asJson println
