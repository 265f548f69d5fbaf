# if without an else branch answers false, not nil.
writeln(if(1 > 2, "a"), " ", if(1 > 2) then(5))
