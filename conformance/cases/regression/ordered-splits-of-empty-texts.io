# orderedSplit of an empty text answered an empty part behind the last separator, where there is nothing.
"" orderedSplit("a") println
"" orderedSplit("a", "b") println
"b" orderedSplit("a") println
"a" orderedSplit("a") println
"" asMutable orderedSplit("-7") println
"" orderedSplit println
"ab" orderedSplit("ab", "") println
"ab" orderedSplit("") println
"" orderedSplit("") println
