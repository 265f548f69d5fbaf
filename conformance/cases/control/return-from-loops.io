# return leaves the method from inside any loop.
f := method(list(1, 2, 3) foreach(x, if(x == 2, return("found " .. x))); "none")
g := method(for(i, 1, 10, while(true, if(i == 3, return(i), break))))
h := method(5 repeat(i, loop(if(i == 2, return(i), break))))
writeln(f, " ", g, " ", h)
