# An actor that performs a message is not put into the run queue a second time by a message to it.
second := method("second" println)
first := method("first" println; @@second; "first ends" println)
@@first
"main yields" println
yield
"main is back" println
yield
"main ends" println

inTry := Object clone do(
    one := method(try(@@two; "one in a try" println); "one" println)
    two := method(try(@@three); "two" println)
    three := method("three" println)
)
inTry @@one
yield
"main" println
yield
"main" println
yield
"main" println
