package io.keyholder.directory;

import io.keyholder.contracts.DelegationState;
import io.keyholder.contracts.Event;
import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Singleton;

@Singleton
@IfBuildProperty(name = "directory.delegations", stringValue = "true")
class DelegationHandler extends DirectoryHandler<DelegationState> {
    private final DirectoryTables tables;

    DelegationHandler(DirectoryTables tables) {
        super(DelegationState.class, tables, DirectoryTables.Table.DELEGATION);
        this.tables = tables;
    }

    @Override
    public void handle(Event<DelegationState> event) {
        tables.take(event.data(), event.sequence());
    }
}
