# splitNoEmpties drops empty pieces.
writeln("a b  c " splitNoEmpties, ",,a,,b" splitNoEmpties(","), "" splitNoEmpties, " " splitNoEmpties)
