/** Record types declared once, and the repositories that keep their records. */
@NullMarked
package dev.clientele.core.entity;

import org.jspecify.annotations.NullMarked;
