# Three kinds of comments; block comments nest; comments may stand between a name and its arguments.
writeln("hash") # to the end of the line
writeln("slashes") // to the end of the line
/* a block */ writeln("block")
/* outer /* inner */ still outer */ writeln("nested")
writeln(1 /* between */ + /* operands */ 2)
writeln("not # a // comment /* here */")
writeln /* before the bracket */ ("call")
writeln(
    1, # after a comma
    // alone on a line
    2 /* at the end */
)
a := 5 // the newline still ends the statement
writeln(a)
#/* a line comment hides this opening
writeln("end")
