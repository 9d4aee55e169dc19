//! A WebAssembly module as far as splitting needs to know it.

use std::collections::HashMap;
use std::ops::Range;

use wasmparser::{
    CompositeInnerType, DataKind, ElementItems, ElementKind, ExternalKind, FuncType, FunctionBody, GlobalType,
    KnownCustom, MemoryType, Name, Operator, Parser, Payload, TableType, TypeRef,
};

use crate::data::{Piece, without_paths};

/// A function of the module itself.
pub struct Function<'a> {
    /// Its type's number.
    pub type_index: u32,
    /// Its code.
    pub body: FunctionBody<'a>,
    /// The functions that it calls by name, by their index.
    pub calls: Vec<u32>,
}

/// What is known of a module. Indices are WebAssembly's: imported functions first.
pub struct Module<'a> {
    /// The bytes read.
    pub bytes: &'a [u8],
    /// Where each section but the custom ones is, in their order.
    pub sections: Vec<(u8, Range<usize>)>,
    /// The types, by number; `None` for any but functions'.
    pub types: Vec<Option<FuncType>>,
    /// The imported functions: field and type.
    pub imported: Vec<(&'a str, u32)>,
    /// The module's own functions.
    pub functions: Vec<Function<'a>>,
    /// The memory.
    pub memory: MemoryType,
    /// All tables.
    pub tables: Vec<TableType>,
    /// All globals.
    pub globals: Vec<GlobalType>,
    /// The exports: name, kind, index.
    pub exports: Vec<(&'a str, ExternalKind, u32)>,
    /// The function run at the start.
    pub start: Option<u32>,
    /// The table that holds functions.
    pub table: u32,
    /// In which of its slots a function stands; the first, where it stands in several.
    pub slots: HashMap<u32, u32>,
    /// All slots filled.
    pub filled: Vec<(u32, u32)>,
    /// The data, in the order of its addresses.
    pub data: Vec<Piece<'a>>,
    /// Names of functions.
    pub names: HashMap<u32, &'a str>,
}

impl<'a> Module<'a> {
    /// Reads a module.
    ///
    /// # Errors
    /// When it isn't valid WebAssembly, or has what Rust's output hasn't: several memories, tables
    /// filled at other than constant places, functions referred to other than by call and table.
    pub fn read(bytes: &'a [u8]) -> Result<Self, String> {
        let mut module = Module {
            bytes,
            sections: Vec::new(),
            types: Vec::new(),
            imported: Vec::new(),
            functions: Vec::new(),
            memory: MemoryType { memory64: false, shared: false, initial: 0, maximum: None, page_size_log2: None },
            tables: Vec::new(),
            globals: Vec::new(),
            exports: Vec::new(),
            start: None,
            table: 0,
            slots: HashMap::new(),
            filled: Vec::new(),
            data: Vec::new(),
            names: HashMap::new(),
        };
        let mut type_of = Vec::new();
        for payload in Parser::new(0).parse_all(bytes) {
            let payload = payload.map_err(|reason| reason.to_string())?;
            if let Some(section) = payload.as_section()
                && section.0 != 0
            {
                module.sections.push(section);
            }
            module.take(payload, &mut type_of).map_err(|reason| reason.to_string())?;
        }
        if module.memory.initial == 0 {
            return Err("it has no memory of its own".into());
        }
        module.look_into()?;
        Ok(module)
    }

    fn take(&mut self, payload: Payload<'a>, type_of: &mut Vec<u32>) -> wasmparser::Result<()> {
        match payload {
            Payload::TypeSection(groups) => {
                for group in groups {
                    self.types.extend(group?.into_types().map(|kind| match kind.composite_type.inner {
                        CompositeInnerType::Func(function) => Some(function),
                        _ => None,
                    }));
                }
            }
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    let import = import?;
                    match import.ty {
                        TypeRef::Func(kind) => self.imported.push((import.name, kind)),
                        TypeRef::Table(table) => self.tables.push(table),
                        TypeRef::Global(global) => self.globals.push(global),
                        _ => {}
                    }
                }
            }
            Payload::FunctionSection(types) => *type_of = types.into_iter().collect::<Result<_, _>>()?,
            Payload::TableSection(tables) => {
                for table in tables {
                    self.tables.push(table?.ty);
                }
            }
            Payload::MemorySection(memories) => {
                for memory in memories {
                    self.memory = memory?;
                }
            }
            Payload::GlobalSection(globals) => {
                for global in globals {
                    self.globals.push(global?.ty);
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports {
                    let export = export?;
                    self.exports.push((export.name, export.kind, export.index));
                }
            }
            Payload::StartSection { func, .. } => self.start = Some(func),
            Payload::ElementSection(elements) => {
                for element in elements {
                    let element = element?;
                    let ElementItems::Functions(functions) = element.items else { continue };
                    let ElementKind::Active { table_index, offset_expr } = element.kind else { continue };
                    self.table = table_index.unwrap_or(0);
                    let Operator::I32Const { value } = offset_expr.get_operators_reader().read()? else { continue };
                    for (slot, function) in (value as u32..).zip(functions) {
                        let function = function?;
                        self.slots.entry(function).or_insert(slot);
                        self.filled.push((slot, function));
                    }
                }
            }
            Payload::CodeSectionEntry(body) => {
                let type_index = type_of.get(self.functions.len()).copied().unwrap_or_default();
                self.functions.push(Function { type_index, body, calls: Vec::new() });
            }
            Payload::DataSection(segments) => {
                for segment in segments {
                    let segment = segment?;
                    if let DataKind::Active { offset_expr, .. } = segment.kind
                        && let Operator::I32Const { value } = offset_expr.get_operators_reader().read()?
                    {
                        self.data.push(Piece { address: value as u32, bytes: segment.data.into() });
                    }
                }
                self.data.sort_by_key(|piece| piece.address);
                without_paths(&mut self.data);
            }
            Payload::CustomSection(section) => {
                if let KnownCustom::Name(names) = section.as_known() {
                    for part in names {
                        if let Name::Function(functions) = part? {
                            for name in functions {
                                let name = name?;
                                self.names.insert(name.index, name.name);
                            }
                        }
                    }
                }
            }
            _ => {}
        }
        Ok(())
    }

    /// Finds out who calls whom.
    fn look_into(&mut self) -> Result<(), String> {
        for function in &mut self.functions {
            let operators = function.body.get_operators_reader().map_err(|reason| reason.to_string())?;
            for operator in operators {
                match operator.map_err(|reason| reason.to_string())? {
                    Operator::Call { function_index } => function.calls.push(function_index),
                    operator @ (Operator::ReturnCall { .. }
                    | Operator::RefFunc { .. }
                    | Operator::MemoryInit { .. }
                    | Operator::DataDrop { .. }
                    | Operator::TableInit { .. }
                    | Operator::ElemDrop { .. }) => {
                        return Err(format!("it has an instruction that is not provided for: {operator:?}"));
                    }
                    _ => {}
                }
            }
            function.calls.sort_unstable();
            function.calls.dedup();
        }
        Ok(())
    }

    /// The index of the module's own function of this number.
    pub fn index(&self, number: usize) -> u32 {
        (self.imported.len() + number) as u32
    }

    /// The number of the own function of this index; `None` where it is imported.
    pub fn number(&self, index: u32) -> Option<usize> {
        (index as usize).checked_sub(self.imported.len())
    }

    /// The bytes of a section.
    pub fn section(&self, id: u8) -> Option<&'a [u8]> {
        self.sections.iter().find(|section| section.0 == id).map(|section| &self.bytes[section.1.clone()])
    }
}
