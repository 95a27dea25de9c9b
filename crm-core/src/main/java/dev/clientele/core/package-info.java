/** The doors: a CRM on a storage, and sessions in it. */
@NullMarked
package dev.clientele.core;

import org.jspecify.annotations.NullMarked;
