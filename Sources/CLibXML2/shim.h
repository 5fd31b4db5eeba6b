// libxml2, for census-convert alone.
#if !__has_include(<libxml/xmlreader.h>)
#error "libxml2 is missing, which census-convert reads documents with: apt-get install -y libxml2-dev libzip-dev"
#endif
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlreader.h>
