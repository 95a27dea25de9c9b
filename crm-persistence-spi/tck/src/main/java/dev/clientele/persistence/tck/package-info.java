/** What every storage adapter must pass; extend the suites and say how to open your storage. */
@NullMarked
package dev.clientele.persistence.tck;

import org.jspecify.annotations.NullMarked;
