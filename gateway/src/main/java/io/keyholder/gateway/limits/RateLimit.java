package io.keyholder.gateway.limits;

import io.keyholder.access.Caller;
import io.keyholder.gateway.config.GatewayConfig;
import io.keyholder.gateway.request.Answers;
import io.keyholder.problems.GatewayProblem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Lets a request pass as long as both its user and its tenant have requests left. */
@ApplicationScoped
public class RateLimit {
    private final Quota<User> users;
    private final Quota<UUID> tenants;
    private final RateLimitHeaders headers;
    private final TenantLoad load;

    RateLimit(GatewayConfig config, RateLimitHeaders headers, TenantLoad load) {
        GatewayConfig.Limits limits = config.limits();
        this.users = new Quota<>(limits.userPerMinute(), limits.maxTrackedKeys());
        this.tenants = new Quota<>(limits.tenantPerMinute(), limits.maxTrackedKeys());
        this.headers = headers;
        this.load = load;
    }

    /** Whether the request may go on; otherwise it has been answered. */
    public boolean admits(Caller caller, HttpServerRequest request) {
        Quota.Spending spending = spend(caller);
        headers.left(request.response(), spending);
        if (!spending.isGranted()) {
            request.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(spending.resetSeconds()));
            Answers.refuse(request, GatewayProblem.QUOTA_EXCEEDED);
        }
        note(caller.tenantId(), spending);
        return spending.isGranted();
    }

    private void note(@Nullable UUID tenant, Quota.Spending spending) {
        if (tenant == null) {
            return;
        }
        if (spending.isGranted()) {
            load.admitted(tenant);
        } else {
            load.refused(tenant);
        }
    }

    private Quota.Spending spend(Caller caller) {
        UUID tenant = caller.tenantId();
        User user = new User(tenant, caller.userId());
        Quota.Spending byUser = users.spend(user);
        if (tenant == null || !byUser.isGranted()) {
            return byUser;
        }
        Quota.Spending byTenant = tenants.spend(tenant);
        if (!byTenant.isGranted()) {
            users.giveBack(user);
            return byTenant;
        }
        return byUser.tighter(byTenant);
    }

    private record User(@Nullable UUID tenant, String id) {}
}
