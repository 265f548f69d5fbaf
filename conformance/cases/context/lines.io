# Messages know the lines they stand on.
thisMessage lineNumber println
m := method(
    thisMessage lineNumber
)
m println
message(
    a
    b
) last lineNumber println
call1 := method(call message lineNumber)
call1 println
doString("thisMessage lineNumber") println
doString("\n\nthisMessage lineNumber") println
doString("thisMessage label") println
doString("thisMessage label", "mine") println
