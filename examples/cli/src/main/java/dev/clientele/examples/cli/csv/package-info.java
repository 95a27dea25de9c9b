/**
 * CSV files with a header, as {@link dev.clientele.core.csv} reads them: a {@link dev.clientele.examples.cli.csv.CsvTable} gives its
 * rows by the names of its columns, or itself to an import.
 */
@NullMarked
package dev.clientele.examples.cli.csv;

import org.jspecify.annotations.NullMarked;
