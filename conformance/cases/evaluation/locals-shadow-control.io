# In a method, control words without receiver are the primitives; with a receiver they are its own.
o := Object clone do(
    if := method("own if")
    write := method("own write")
    while := method("own while")
    asString := method("I am o")
)
o m := method(if(true, "primitive", "no")); o m println
o m := method(self if(true, "primitive", "no")); o m println
o m := method(write("primitive\n")); o m
o m := method(self write("primitive\n")); o m println
o m := method(println; nil); o m
o m := method(self print; writeln); o m
o m := method(while(false, 1)); o m println
o m := method(self while(false, 1)); o m println
o if(true, "primitive") println
