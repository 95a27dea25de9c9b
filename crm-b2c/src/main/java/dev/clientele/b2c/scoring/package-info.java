/** TODO */
@NullMarked
package dev.clientele.b2c.scoring;

import org.jspecify.annotations.NullMarked;
