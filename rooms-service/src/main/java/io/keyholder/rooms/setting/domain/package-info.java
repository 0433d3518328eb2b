/** What a tenant sets for itself. */
@NullMarked
package io.keyholder.rooms.setting.domain;

import org.jspecify.annotations.NullMarked;
