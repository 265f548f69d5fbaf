# The chained form of if; its value is nil when a branch ran.
t := method(v, if(v == 1) then(write("one ")) elseif(v == 2) then(write("two ")) elseif(v == 3, write("three "), write("more ")))
t(1); t(2); t(3); t(4)
writeln(if(true) then(5), if(false) then(5), if(false) else(5), if(true) else(5), nil then(1), nil else(1), nil elseif(1))
writeln(false elseif(true, 3), false elseif(true), false elseif(false, 3), true elseif(true, 3))
writeln(try(if(true, 5) else(6)) error)
writeln(try(nil ifTrue(1)) error)
writeln(try(5 ifFalse(1)) error)
writeln(try(true ifTrue) error)
