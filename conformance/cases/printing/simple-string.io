# asSimpleString is the short form, used in lists and summaries.
5 asSimpleString println
"a\"b\n" asSimpleString println
nil asSimpleString println
method(a, b, a) asSimpleString println
block(x) asSimpleString println
List getSlot("at") asSimpleString println
list(1, "a") asSimpleString println
o := Object clone do(asSimpleString := method("<o>"))
list(o, "a\tb", 1.5) println
Holder := Object clone do(inner := o)
Holder slotSummary splitNoEmpties("\n") last println
message(a b) asSimpleString println
