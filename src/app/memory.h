/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Tells the allocator what windows need: once, before there are any. */
void whence_memory_tune (void);
