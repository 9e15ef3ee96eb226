"""Writers: a document and its drawing become files for people."""
