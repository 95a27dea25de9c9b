package dev.clientele.core.csv;

import java.util.List;

/** The cells of one row, and its number as a spreadsheet shows it. */
record Row(long number, List<String> cells) {}
