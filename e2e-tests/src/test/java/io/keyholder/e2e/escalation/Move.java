package io.keyholder.e2e.escalation;

import java.util.Set;

/**
 * Something that one of several administrators tries. Numbers choose among what there is at that moment.
 *
 * @param actor who tries it
 * @param target which role or assignment
 * @param member to whom it is given
 * @param scope over what
 * @param permissions of the role
 */
record Move(Kind kind, int actor, int target, int member, int scope, Set<String> permissions) {

    enum Kind {
        CREATE_ROLE,
        COPY_ROLE,
        CHANGE_ROLE,
        DELETE_ROLE,
        ASSIGN,
        ASSIGN_PRIMARY_ADMIN,
        CHANGE_SCOPE,
        ADD_TO_SCOPE,
        ADD_MEMBER,
        REMOVE_MEMBER,
        END_ASSIGNMENT;

        boolean needsAnAssignment() {
            return this == CHANGE_SCOPE
                    || this == ADD_TO_SCOPE
                    || this == ADD_MEMBER
                    || this == REMOVE_MEMBER
                    || this == END_ASSIGNMENT;
        }
    }
}
