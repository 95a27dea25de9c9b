/**
 * Pictures as SVG text and a page to put them on, drawn here because charting libraries for the JVM either draw pixels or
 * bring their own fonts and scripts, while a report should be one readable file without a line of code in it.
 *
 * <p>{@link dev.clientele.examples.cli.picture.HeatMap}, {@link dev.clientele.examples.cli.picture.ColumnChart},
 * {@link dev.clientele.examples.cli.picture.BarChart}, {@link dev.clientele.examples.cli.picture.LineChart}, {@link
 * dev.clientele.examples.cli.picture.SpanChart} and {@link dev.clientele.examples.cli.picture.LogHistogram} draw onto an
 * {@link dev.clientele.examples.cli.picture.SvgBuilder}; a {@link dev.clientele.examples.cli.picture.Chart} adds title, legend,
 * explanation and the numbers as a table; a {@link dev.clientele.examples.cli.picture.HtmlPage} is the file. Pictures are drawn
 * 360 units wide, which is about a phone's width, so that text stays readable there; colours differ in lightness too, for
 * those who don't see them all.
 */
@NullMarked
package dev.clientele.examples.cli.picture;

import org.jspecify.annotations.NullMarked;
