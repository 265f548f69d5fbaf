# A block's parts can be read and replaced.
b := block(x, x + 1)
b message code println
b setMessage(message(x * 10))
b call(4) println
b setArgumentNames(list("y"))
b argumentNames println
b setMessage(message(y - 1))
b call(4) println
b code println
m := method(a, b, c, a)
getSlot("m") argumentNames println
getSlot("m") asSimpleString println
b asSimpleString println
method asSimpleString println
