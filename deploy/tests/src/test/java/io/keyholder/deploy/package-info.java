/** Holds the files of {@code deploy/} to what they promise: the chart, the dashboards, the alerts and their runbook. */
@NullMarked
package io.keyholder.deploy;

import org.jspecify.annotations.NullMarked;
