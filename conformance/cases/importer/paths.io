# The importer's search paths can be changed.
Importer addSearchPath("nowhere")
writeln(Importer paths contains("nowhere"))
Importer removeSearchPath("nowhere")
writeln(Importer paths contains("nowhere"), " ", Importer type)
