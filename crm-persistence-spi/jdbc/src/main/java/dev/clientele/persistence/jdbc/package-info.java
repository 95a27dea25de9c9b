/** The storage adapter for relational databases, one dialect for each. */
@NullMarked
package dev.clientele.persistence.jdbc;

import org.jspecify.annotations.NullMarked;
