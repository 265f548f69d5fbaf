# Conditionals let break, continue and return through; and and or do not.
m := method(true ifTrue(return 1); 2)
n := method(false ifFalse(return 1); 2)
o := method(if(true) then(return 1); 2)
p := method(if(false) else(return 1); 2)
q := method(nil ifNil(return 1); 2)
r := method(5 ifNonNil(return 1); 2)
s := method(nil ifNilEval(return 1); 2)
writeln(m, n, o, p, q, r, s)
u := method(true and(return 1); 2)
v := method(false or(return 1); 2)
writeln(u, v)
for(i, 1, 3, true ifTrue(if(i == 2, continue)); write(i))
writeln
