# The branches of a chain are messages of booleans and nil.
try(if(true, 5) else(6)) error println
try(if(true, 5) then(6)) error println
try(5 then(6)) error println
nil then(writeln("no")) println
nil else(writeln("else of nil")) println
if(true, nil) else(writeln("else after nil")) println
