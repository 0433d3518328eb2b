package io.keyholder.web;

import io.keyholder.contracts.AuditEntry;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a changing endpoint stands for in the audit log. Its refusals are recorded under it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Audited {
    AuditEntry.Category category();

    AuditEntry.Operation operation();
}
