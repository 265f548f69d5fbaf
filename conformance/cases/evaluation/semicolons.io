# A semicolon begins again at the target.
o := Object clone do(x := 1; y := 2)
writeln((1; 2; 3), " ", o do(x = 5; y = 6) x)
