# Mutators refuse an immutable receiver and name themselves.
list("append(1)", "appendSeq(\"x\")", "atPut(0, 1)", "atInsertSeq(0, \"x\")", "capitalize", "clipAfterSeq(\"b\")",
    "clipAfterStartOfSeq(\"b\")", "clipBeforeEndOfSeq(\"b\")", "clipBeforeSeq(\"b\")", "convertToItemType(\"uint16\")",
    "convertToFixedSizeType", "copy(\"x\")", "duplicateIndexes", "empty", "escape", "unescape", "insertSeqEvery(\"-\", 1)",
    "leaveThenRemove(1, 1)", "lowercase", "uppercase", "lstrip", "rstrip", "strip", "prependSeq(\"x\")", "preallocateToSize(9)",
    "removeAt(0)", "removeLast", "removePrefix(\"a\")", "removeSuffix(\"c\")", "removeSeq(\"b\")", "removeSlice(0, 1)",
    "removeEvenIndexes", "removeOddIndexes", "replaceFirstSeq(\"a\", \"b\")", "replaceMap(Map clone)", "replaceSeq(\"a\", \"b\")",
    "reverseInPlace", "setEncoding(\"ascii\")", "setItemType(\"uint16\")", "setSize(1)", "sort", "translate(\"a\", \"b\")",
    "alignLeftInPlace(9)", "interpolateInPlace", "appendPathSeq(\"x\")", "makeFirstCharacterUppercase",
    "makeFirstCharacterLowercase") foreach(code,
    writeln(code, " !! ", try("abc" doString(code)) error)
)
