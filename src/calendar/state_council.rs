//! The State Council's notices of holidays: one a year, published in the November before.

/// 国务院办公厅关于部分节假日安排的通知: what one year's notice sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Notice {
    /// The year whose days it sets.
    pub year: i32,
    /// The notice.
    pub source: &'static str,
    /// Days off, weekends within them included.
    pub breaks: &'static [Break],
    /// 调休上班: weekends that are worked, as month and day.
    pub working_weekends: &'static [(u32, u32)],
}

/// Days off in a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Break {
    /// The holiday.
    pub name: &'static str,
    /// The first day, as month and day.
    pub first: (u32, u32),
    /// The last day, as month and day.
    pub last: (u32, u32),
}

const fn days_off(name: &'static str, first: (u32, u32), last: (u32, u32)) -> Break {
    Break { name, first, last }
}

/// The notices known here.
pub const NOTICES: &[Notice] = &[
    Notice {
        year: 2025,
        source: "国务院办公厅关于2025年部分节假日安排的通知（国办发明电〔2024〕12号，2024年11月12日）",
        breaks: &[
            days_off("元旦", (1, 1), (1, 1)),
            days_off("春节", (1, 28), (2, 4)),
            days_off("清明节", (4, 4), (4, 6)),
            days_off("劳动节", (5, 1), (5, 5)),
            days_off("端午节", (5, 31), (6, 2)),
            days_off("国庆节、中秋节", (10, 1), (10, 8)),
        ],
        working_weekends: &[(1, 26), (2, 8), (4, 27), (9, 28), (10, 11)],
    },
    Notice {
        year: 2026,
        source: "国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日）",
        breaks: &[
            days_off("元旦", (1, 1), (1, 3)),
            days_off("春节", (2, 15), (2, 23)),
            days_off("清明节", (4, 4), (4, 6)),
            days_off("劳动节", (5, 1), (5, 5)),
            days_off("端午节", (6, 19), (6, 21)),
            days_off("中秋节", (9, 25), (9, 27)),
            days_off("国庆节", (10, 1), (10, 7)),
        ],
        working_weekends: &[(1, 4), (2, 14), (2, 28), (5, 9), (9, 20), (10, 10)],
    },
];
