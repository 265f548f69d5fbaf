# strip changes its receiver, so a literal refuses it.
writeln(try(" a " strip) error)
writeln(" a " asMutable strip)
