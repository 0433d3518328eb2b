package io.keyholder.audit.application;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/** Where the months of the log are stored. */
public interface LogStorage {

    /** Makes the months that are missing. */
    void prepare(List<YearMonth> months);

    /** Drops every month that was over before the time, and what lies outside the months and is older. */
    void forgetBefore(Instant time);
}
