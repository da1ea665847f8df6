//! 打印: all sheets on paper, and nothing else.

use gloo::events::EventListener;
use gloo::utils::window;
use leptos::prelude::*;

use super::Viewer;

impl Viewer {
    /// 打印: draws all sheets, one a frame, and opens the browser's dialog.
    pub fn print(self) {
        self.printing.set(true);
        self.print_once_drawn();
    }

    fn print_once_drawn(self) {
        request_animation_frame(move || {
            let Some(drawn) = self.drawn.try_with_untracked(std::collections::BTreeSet::len) else { return };
            if drawn < self.preview.stamps.with_untracked(|stamps| stamps.as_ref().map_or(0, Vec::len)) {
                self.look();
                self.print_once_drawn();
            } else {
                // Where the browser forbids it, its own menu prints all the same.
                let _refused = window().print();
            }
        });
    }
}

/// Has the browser's own menu print the same: all sheets are there when it begins.
pub fn follow(viewer: Viewer) {
    let before = EventListener::new(&window(), "beforeprint", move |_| {
        viewer.printing.set(true);
        viewer.drawn.set((0..viewer.preview.stamps.with_untracked(|it| it.as_ref().map_or(0, Vec::len))).collect());
    });
    let after = EventListener::new(&window(), "afterprint", move |_| {
        // Some browsers still read the page when they say this: the sheets go when something is scrolled next.
        viewer.printing.set(false);
    });
    let _until_the_screen_is_left = StoredValue::new_local((before, after));
}
