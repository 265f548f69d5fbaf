# not stands behind its operand.
writeln((true not), (false not), (nil not), (5 not))
