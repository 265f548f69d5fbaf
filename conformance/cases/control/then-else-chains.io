# if(c) then elseif else runs one branch and answers nil.
f := method(x, if(x < 0) then(write("negative ")) elseif(x == 0) then(write("zero ")) else(write("positive ")))
writeln(f(-1), f(0), f(1))
