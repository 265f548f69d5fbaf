# Blanks separate; names and brackets may be apart or together.
writeln	(	1	,	2	)
writeln( "a" )
1+2*3
(1+2*3)println
( 1 + 2 * 3 ) println
a   :=   3
aprintln
list(1,2,3)size println
list( 1 , 2 , 3 ) size println
writeln("vertical")
