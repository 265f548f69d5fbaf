# A colon as an assignment operator makes literals of maps; a quoted name keeps its quotes.
OperatorTable addAssignOperator(":", "atPutIt")
doString("message({\"a\": 1, \"b\": 2 + 3}) code println")
curlyBrackets := method(
    m := Map clone
    call message arguments foreach(arg, m doMessage(arg, call sender))
    m
)
Map atPutIt := method(key, value, atPut(key exSlice(1, -1), value))
m := doString("{\"a\": 1, \"b\": 2 + 3}")
m keys sort println
m at("b") println
