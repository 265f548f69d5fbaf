# parseJson makes maps, lists and plain values.
m := "{\"a\": [1, -2.5e1, true, false, null, {\"b\": \"x\\n\\u00e9\\/\"}], \"c\": {}}" parseJson
m type println
m at("a") size println
m at("a") at(1) println
m at("a") at(2) println
m at("a") at(3) println
m at("a") at(4) println
m at("a") at(5) at("b") println
m at("c") size println
list("", " ", "x", "[1", "{\"a\" 1}", "{a:1}", "[1 2]", "[01]", "[.5]", "[nul]", "{\"a\":1") foreach(s,
    writeln(s, " !! ", try(s parseJson) error)
)
