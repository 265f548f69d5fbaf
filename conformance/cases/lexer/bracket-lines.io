# Newlines inside brackets are white space around commas and terminators between expressions.
f := method(
    a,
    b
    ,
    c := a + b

    c * 2

)
f(
    1,
    2
) println
message(f(
    a
    b
)) code println
getSlot("f") argumentNames println
getSlot("f") argumentNames size println
