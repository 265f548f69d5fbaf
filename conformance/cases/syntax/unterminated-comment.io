# A comment that is never closed.
writeln("never") /* a /* b */
