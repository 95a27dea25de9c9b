package dev.clientele.examples.cli.pipeline;

import java.time.LocalDate;
import java.util.List;

/**
 * The findings on deals in several currencies, which nothing adds up: a report for each. Its JSON form is that of the
 * output.
 *
 * @param withoutAmount how many deals have no amount, and so no currency: they are in none of the reports
 * @param currencies a report of the deals in each currency, in the order of the codes
 */
record PipelineReports(
        LocalDate asOf, PipelineReport.ImportCounts imported, long withoutAmount, List<PipelineReport> currencies) {}
