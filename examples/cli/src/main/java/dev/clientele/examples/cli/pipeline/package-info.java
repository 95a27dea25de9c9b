/**
 * {@code pipeline}: what a file of deals says of how somebody sells, and what the open ones will come to. {@link
 * dev.clientele.examples.cli.pipeline.PipelineCommand} is the command; it reads the files into a CRM and asks that.
 */
@NullMarked
package dev.clientele.examples.cli.pipeline;

import org.jspecify.annotations.NullMarked;
