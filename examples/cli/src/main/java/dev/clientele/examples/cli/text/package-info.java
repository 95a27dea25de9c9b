/** What commands write and read as text: words for choices, tables for people, JSON for programs. */
@NullMarked
package dev.clientele.examples.cli.text;

import org.jspecify.annotations.NullMarked;
