/** Opens pages in headless Chromium as a person's browser would, by its DevTools protocol. */
@NullMarked
package dev.clientele.examples.cli.browser;

import org.jspecify.annotations.NullMarked;
